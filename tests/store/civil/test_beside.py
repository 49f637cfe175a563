from sosach.registers.catalogue import registers
from sosach.store.civil.beside import SCHEMA, different, known, pairs, told_by_the_book
from tests.store.civil.books import birth, compared
from tests.store.people import child, children, taken_in

CHILDREN, BIRTHS, AID = (registers()[name] for name in ("children", "births", "beneficiaries"))


def test_before_the_first_extract_the_book_says_nothing(campaign, tmp_path):
    taken_in(tmp_path / "a.xlsx", children(3))
    for register in (CHILDREN, BIRTHS, AID):
        assert told_by_the_book(register).is_empty()
    assert different([]).is_empty()


def test_of_some_persons_the_same_is_said_as_of_all(campaign, tmp_path):
    rows = [child(n, mother_birth_year="1991") for n in (1, 2, 3)]
    taken_in(tmp_path / "a.xlsx", [*rows, child(5, birth_date="01/03/2026", personal_id="")])
    compared(tmp_path / "ks.xlsx", [birth(n) for n in (1, 2, 3, 40)])
    for register, persons in ((CHILDREN, (1, 2, 3, 4)), (BIRTHS, range(5, 10))):
        everything = told_by_the_book(register)
        one_by_one = [row for person in persons for row in told_by_the_book(register, {person}).rows()]
        assert sorted(one_by_one, key=str) == sorted(everything.rows(), key=str)
        assert everything.schema == SCHEMA
        assert everything.height


def test_what_stands_above_the_file_is_what_is_known(campaign, tmp_path):
    from sosach.store.desk.decide import Decision, decide
    from tests.store.people import ON, OPERATOR

    taken_in(tmp_path / "a.xlsx", children(2))
    decision = Decision(
        register="children", record_code="TE000001", field="sex", value="Nam", evidence="GKS", reason="x"
    )
    decide(decision, actor=OPERATOR, on=ON)
    told = known([1])[1]
    assert (told.facts["sex"], told.raw["sex"], told.sources) == ("male", "Nam", {"sex": "decision"})
    assert pairs() == []
