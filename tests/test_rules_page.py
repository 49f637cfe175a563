from tools.rules_page import PAGE, main, page

from sosach.rules.catalogue import rules


def test_the_page_of_rules_is_as_young_as_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python tools/rules_page.py"
    assert main(["--check"]) == 0


def test_every_rule_is_on_the_page() -> None:
    text = page()
    for rule in rules():
        assert f"`{rule.code}`" in text or f"`<who>_{rule.code.partition('_')[2]}`" in text
        assert rule.reason in text


def test_a_page_older_than_the_rules_is_told(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr("tools.rules_page.PAGE", tmp_path / "rules.md")
    (tmp_path / "rules.md").write_text("# Các quy tắc\n", encoding="utf-8")
    assert main(["--check"]) == 1
    assert "tools/rules_page.py" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0
