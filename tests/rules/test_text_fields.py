from sosach.rules.text_fields import fields_of_words


def test_words_of_every_register_and_no_numbers_or_dates():
    fields = fields_of_words()
    assert len(set(fields)) == len(fields)
    assert {"full_name", "mother_name", "carer_name", "residence", "note", "category"} <= set(fields)
    assert not {"personal_id", "birth_date", "mother_birth_year", "phone", "record_code"} & set(fields)
