"""Explicit dates in texts of languages that have no words here."""

import pytest

from kb import pipeline
from kb.dating import find_written_dates
from kb.model import Document
from kb.pipeline import annotate

TEXTS = {
    "fr": ("Elle a été élue le 7 mai 2017 ; en juin 2016 déjà, 1200 personnes. Née le 1er avril 1950.",
           {"7 mai 2017": "2017-05-07", "juin 2016": "2016-06", "1er avril 1950": "1950-04-01"}),
    "ar": ("قال الوزير يوم الجمعة 17 يونيو 2016 إن المحادثات ستبدأ في 20 حزيران 2016.",
           {"17 يونيو 2016": "2016-06-17", "20 حزيران 2016": "2016-06-20"}),
    "ar-IQ": ("في آذار 2015. في 3 أيار/مايو 2016 عاد، وفي 15 مارس/آذار 2011 غادر.",
              {"آذار 2015": "2015-03", "3 أيار/مايو 2016": "2016-05-03", "15 مارس/آذار 2011": "2011-03-15"}),
    "ar-SY": ("في ١٧ يونيو ٢٠١٦ سقطت المدينة.", {"١٧ يونيو ٢٠١٦": "2016-06-17"}),
    "ru": ("17 июня 2016 года министр говорил; с сентября 2015 года шла операция.",
           {"17 июня 2016": "2016-06-17", "сентября 2015": "2015-09"}),
    "ru-RU": ("В мае 2015 года он молчал. К июню 2016 года, в феврале 2014-го, 03.05.2016 говорил.",
              {"мае 2015": "2015-05", "июню 2016": "2016-06", "феврале 2014": "2014-02",
               "03.05.2016": "2016-05-03"}),
    "de": ("Am Freitag, dem 17. Juni 2016, sprach er. Am 3. Jänner 2015 schwieg er. Am 14.05.2019 nicht.",
           {"17. Juni 2016": "2016-06-17", "3. Jänner 2015": "2015-01-03", "14.05.2019": "2019-05-14"}),
    "de-CH": ("Am 3.5.2016 kam sie, am 4. 6. 2016 ging sie. Im Mai 2012. 3 Tage später schwieg sie.",
              {"3.5.2016": "2016-05-03", "4. 6. 2016": "2016-06-04", "Mai 2012": "2012-05"}),
    "es": ("El viernes 17 de junio de 2016 habló; en septiembre de 2015 empezó. El 1.º de mayo del 2014.",
           {"17 de junio de 2016": "2016-06-17", "septiembre de 2015": "2015-09",
            "1.º de mayo del 2014": "2014-05-01"}),
    "it": ("Il 1º maggio 2016 cantò, il 2° giugno 2015 no. Nell'agosto del 2014 morì. L'8 settembre 1943.",
           {"1º maggio 2016": "2016-05-01", "2° giugno 2015": "2015-06-02", "agosto del 2014": "2014-08",
            "8 settembre 1943": "1943-09-08"}),
    "pt": ("Em março de 2015. 1º de maio de 2016 foi feriado; a 25 de abril de 1974 também.",
           {"março de 2015": "2015-03", "1º de maio de 2016": "2016-05-01",
            "25 de abril de 1974": "1974-04-25"}),
    "pl": ("We wrześniu 2012 roku zaczęto; 3 maja 2015 r. i 4.06.2016 r. skończono.",
           {"wrześniu 2012": "2012-09", "3 maja 2015": "2015-05-03", "4.06.2016": "2016-06-04"}),
    "tr": ("15 Temmuz 2016'da başladı. Kasım 2013'te bitti; 03.05.2016 Salı günü gitti.",
           {"15 Temmuz 2016": "2016-07-15", "Kasım 2013": "2013-11", "03.05.2016": "2016-05-03"}),
    "cs": ("V květnu 2015 přijel. 3. 5. 2016. V listopadu 1989 ne.",
           {"květnu 2015": "2015-05", "3. 5. 2016": "2016-05-03", "listopadu 1989": "1989-11"}),
    "hr": ("U lipnju 2015. godine došao je, 3. svibnja 2016. otišao.",
           {"lipnju 2015": "2015-06", "3. svibnja 2016": "2016-05-03"}),
    "sv": ("Den 17 juni 2016. 3 maj kom hon igen; i mars 2015 inte.",
           {"17 juni 2016": "2016-06-17", "mars 2015": "2015-03"}),
    "zh": ("他于2016年6月17日在北京表示，2015年9月开始。",
           {"2016年6月17日": "2016-06-17", "2015年9月": "2015-09"}),
    "uk": ("17 червня 2016 року він говорив; у травні 2015 року, в лютому 2014 року мовчав.",
           {"17 червня 2016": "2016-06-17", "травні 2015": "2015-05", "лютому 2014": "2014-02"}),
    "hu": ("2016. június 17-én beszélt.", {"2016. június 17": "2016-06-17"}),
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_what_is_written_out_is_found_where_it_stands(language: str) -> None:
    text, dates = TEXTS[language]
    found = find_written_dates(text, language)
    assert {time.span.of(text): str(time.when) for time in found} == dates
    assert all(time.steps[-1].startswith("So: ") for time in found)


NO_DATES = [
    ("fr", "Le vol AF 2016 est parti avec 2015 passagers."),
    ("fr", "Vendredi, il est venu ; le 17 juin aussi, et en mai."),
    ("fr", "Le 31 juin 2016 n'existe pas : 32 mars 2016 non plus."),
    ("de", "Das Jahr 2014 war schwer. Mai\n2016 Menschen kamen."),
    ("fr", "Mardi, il est parti ; mercredi matin, la semaine dernière, il y a deux ans."),
    ("ru", "Во вторник, в прошлом году и в мае он молчал."),
    ("de", "Am 31.6.2016 war nichts; Version 3.5.20161 auch."),
    ("ar", "في 3 أيار/يونيو 2016 لم يحدث شيء."),
    ("fr", "Le 03/04/2016 peut être deux jours."),
    ("xx", "17 juin 2016"),
]


@pytest.mark.parametrize(("language", "text"), NO_DATES, ids=[row[1] for row in NO_DATES])
def test_what_leaves_a_part_to_be_guessed_is_not_seen(language: str, text: str) -> None:
    assert [time.span.of(text) for time in find_written_dates(text, language)] == []


def test_an_article_in_such_a_language_has_its_dates_and_nothing_else() -> None:
    text, dates = TEXTS["fr"]
    document = Document(iri="urn:x", text=text, language="fr-CA")
    for found in (pipeline.find(document), annotate(document, frozenset({"timexes"}))):
        assert len(found.times) == len(dates)
        assert (found.events, found.statements, found.mentions) == ((), (), ())
