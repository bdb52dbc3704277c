"""Which articles a letter cites."""

import pytest

from casedesk.documents.citations import cited


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("vu l’article 226-8-1 du Code pénal", "article 226-8-1, alinéas 1 et 3, du Code pénal"),
        ("(articles 10-2, 9°, et 40-4-1 du code)", "article 40-4-1 du Code de procédure pénale"),
        ("(article L. 34-1, II bis)", "article L.\u00a034-1 (II bis) du Code des postes"),
        ("articles 891, 892 et 895", "articles 891, 892 et 895 du Code de procédure pénale"),
        ("le décret n° 2021-1362 du 20 octobre 2021", "décret n° 2021-1362 du 20 octobre 2021"),
        ("art. 16 du règlement", "article 16 du règlement (UE) 2022/2065"),
    ],
)
def test_an_article_the_text_names_is_cited(text: str, citation: str) -> None:
    assert cited(text, [citation]) == (citation,)


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("vu l’article 226-8-1 du Code pénal", "article 226-8 du Code pénal"),
        ("vu l’article 226-8 du Code pénal", "article 226-8-1 du Code pénal"),
        ("le 17 novembre 2026", "article 17 du règlement"),
        ("articles 891 et 892", "articles 891, 892 et 895 du Code de procédure pénale"),
        ("article 23", "considérants 52 et 87 du règlement (UE) 2022/2065"),
        ("", "article 1"),
    ],
)
def test_an_article_the_text_does_not_name_is_not(text: str, citation: str) -> None:
    assert cited(text, [citation]) == ()


def test_each_is_given_once_in_the_order_given() -> None:
    assert cited("articles 1 et 2", ["article 2", "article 1", "article 2"]) == ("article 2", "article 1")
