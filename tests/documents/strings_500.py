"""Five hundred texts as people write, paste and attack: what goes in must come out."""

# ruff: noqa: E501 - texts stand in rows, as they are read

from collections.abc import Iterator
from itertools import product
from typing import Final

NO_BREAK, NARROW, THIN, WORD_JOINER, ZERO_WIDTH = "\u00a0", "\u202f", "\u2009", "\u2060", "\u200b"
_WORDS_OF: Final = {
    "French": "Elle a reçu, dès l’été, un « montage » où l’on voit son visage : c’est faux. Œuvre, cœur, naïve, Noël, ambiguë, Ÿ",
    "Bambara": "Kɔnɔ bɛ ka ɲɛgɛ sɛbɛn, a b'a fɔ ko ŋɔmi Ɛ Ɔ Ɲ Ŋ Fɔ́lɔ bɔ̀ sɛ̀bɛ̂n ɛ̃ ɔ̃ kɛ́nɛ",
    "Fulfulde": "Ɓiɗɗo ɗaɓɓata ƴiite, ŋarna ɲaamdu Ɓ Ɗ Ƴ ɠ",
    "Soninke": "Kafu ñaxan ŋari, xa n ti",
    "Tamasheq": "ⵜⴰⵎⴰⵌⵉⵈⵜ ⴰⴾⴰⵍ tǎmašeq ǝ ɣ ẓ ḍ ṭ ṣ ḷ ă ə",
    "NKo": "ߒߞߏ ߞߊ߲ ߛߓߍߒߞߏ ߊ߬ ߞߊ߬ ߣߌ߲߬ ߝߐ߫ ߀߁߂߃",
    "Arabic": "مرحبا، هذه صورة مفبركة ١٢٣ لَا أُوَافِقُ عَلَيْهَا",
    "Hebrew": "שלום, זו תמונה מזויפת שָׁלוֹם",
    "Amharic": "ሰላም ይህ ምስል ሐሰት ነው",
    "Chinese": "你好，这是一张伪造的图片。臺灣 𠮷野家",
    "Japanese": "こんにちは、偽の画像です。カタカナ ｶﾞｷﾞ が",
    "Korean": "안녕하세요 가짜 이미지",
    "Hindi": "नमस्ते यह चित्र झूठा है क्षत्रिय श्री",
    "Thai": "สวัสดี นี่คือภาพปลอม น้ำ",
    "Russian": "Здравствуйте, это поддельное изображение ё й",
    "Greek": "Γειά σου, ψεύτικη εικόνα ΐ ΰ ἄνθρωπος",
    "Vietnamese": "Xin chào, đây là hình ảnh giả mạo Ấ ệ ữ ỗ",
    "Turkish": "İstanbul ığüşöç Iı İi",
    "Polish": "Zażółć gęślą jaźń",
    "Yoruba": "Ẹ káàárọ̀, àwòrán irọ́ ni Ṣ ṣ ọ́ ẹ̀",
}
_EMOJI: Final = (
    "😀", "👩🏽‍⚖️", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇲🇱", "🇫🇷", "👍🏿", "❤️", "☎️", "1️⃣", "#️⃣", "🧑🏾‍🤝‍🧑🏻", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🤦🏾‍♀️", "🫠", "👁️‍🗨️", "✅", "⚠️", "🔞", "💔",
)  # fmt: skip
_MARKUP: Final = (
    "A & B", "a < b > c", "</w:t></w:r></w:p>", "<w:br/>", "&amp;", "&lt;b&gt;", "&#8217;", "&#x1F600;", "<![CDATA[x]]>",
    "<!-- x -->", "<?xml version='1.0'?>", "'apostrophe'", '"guillemets"', "l’apostrophe", "« cités »", "\\n \\t \\", "%s %d {0}",
    "{{ 7 * 7 }}", "{{ name }}", "{% if x %}", "{% raw %}", "{# note #}", "}} %} #}", "{_{ b }_}", "{_% c %_}", "{{", "}}",
    "{%p for x in y %}", "{{r x }}", "{%tr endfor %}", "# for x in y", "$var ${var}", "`code`", "=1+1", "@SUM(A1)", "-1", "+33",
    "../../etc/passwd", "C:\\Windows", "file:///etc/passwd", "javascript:alert(1)", "<script>alert(1)</script>",
    "https://x.com/a/status/1?b=c&d=%20e#f", "mailto:a@b.example", "o'; DROP TABLE x; --", "(parenthèses) \\(échappées\\)",
    "BT /F1 12 Tf (x) Tj ET", "<< /Type /Page >>", "\ttabulation\ten\ttête", "a\\u202eb", "[[lien]]", "~~x~~ __y__ **z**",
)  # fmt: skip
_SPACES: Final = (
    NO_BREAK, NARROW, THIN, "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u200a", "\u205f", "\u3000", "\u1680", "  ", "   ",
)  # fmt: skip
_UNSEEN: Final = (
    ZERO_WIDTH, "\u200c", "\u200d", WORD_JOINER, "\ufeff", "\u180e", "\u2061", "\u2062", "\u2063", "\u2064", "\u034f",
    "\u115f", "\u3164", "\uffa0", "\ufe0e", "\ufe0f", "\U000e0020", "\U000e0041", "\U000e007f", "\ufff9", "\ufffa",
)  # fmt: skip
_DIRECTIONS: Final = (
    "\u200e", "\u200f", "\u061c", "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069",
)  # fmt: skip
_CONTROLS: Final = "".join(map(chr, (*range(0x20), 0x7F, *range(0x80, 0xA0))))
_MARKS: Final = (
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u0323\u0327\u0328\u032d\u0330\u20dd\u20e3\ua69f"
)
_BASES: Final = "aeioucnszAEOɛɔɲŋƐⱭ"
_PRIVATE: Final = ("\ue000", "\uf8ff", "\U000f0000", "\U0010fffd")
_NOT_CHARACTERS: Final = ("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff")
_LONE: Final = ("\ud800", "\udbff", "\udc00", "\udfff", "\ud83d", "\ude00")
_SIGNS: Final = "€ £ ¥ ₣ CFA № ° ² ³ ½ ¼ × ÷ ± ≤ ≥ ≠ ∞ √ ∑ → ← ↑ ↓ ↔ ⇒ ✓ ✗ ▲ ● ■ □ ☐ ☑ • – — ― … ‰ ‱ § ¶ † ‡ © ® ™ ℓ Å Ω K ﬁ ﬂ ﬀ ĳ ǆ"
_CASES: Final = "ß ẞ ı İ ŉ ſ Ꞌ ꞌ ʼ ʻ ‛ ′ ″ ‐ ‑ ‒ − ⁃ ﹣ －"
_ODD: Final = (
    "", " ", "\u00ad", "co\u00adopé\u00adra\u00adtion", "a" * 400, "mot" * 300, "https://exemple.example/" + "a1-_" * 100,
    "Ⅷ ⅷ ① ⑳ ⓐ", "𝐀𝑩𝒞𝔇𝕰𝖋 𝟘𝟙", "ｆｕｌｌ　ｗｉｄｔｈ", "ᶜᵒᵐᵐᵉ ₁₂₃", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘",
    "e\u0301 = é", "\u1100\u1161\u11a8 = 각", "\u0344", "\u2126 \u212a \u212b", "\uf900 \ufa0c \U0002f800", "ﷺ ﷽", "꧁꧂",
    "ends with a mark \u0301", "\u0301 begins with one", "n° 12 – 13 h 05", "100 000 F CFA", "1er, 2e, XIXe",
    "Mme D’ALMEIDA-N’DIAYE", "Ò̩ ò̩ ɛ̀́ ɔ̂̌", "line one\nline two", "a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "\n\n\n", "a\t\tb",
)  # fmt: skip


def _all() -> Iterator[str]:
    for text in _WORDS_OF.values():
        yield text
        yield text.split()[0]
        yield f"« {text.split()[-1]} » ({text.split()[0]}), fin."
    for emoji in _EMOJI:
        yield emoji
        yield f"avant{emoji}après {emoji}{emoji}"
    yield from _MARKUP
    for space in _SPACES:
        yield f"deux{space}mots"
    for sign in _UNSEEN:
        yield f"ici{sign}là"
    for sign in _DIRECTIONS:
        yield f"abc{sign}def ghi"
        yield f"{sign}ߒߞߏ abc 12"
    for sign in _CONTROLS:
        yield f"a{sign}b"
    for sign, base in zip(_MARKS, _BASES, strict=True):
        yield f"{base}{sign} m{base}{sign}t"
    for first, second in product(_BASES[:6], _MARKS[:5]):
        yield f"{first}{second}\u0323{first}"
    for sign in (*_PRIVATE, *_NOT_CHARACTERS, *_LONE):
        yield f"a{sign}b"
    yield "\ud83d\ude00"  # a pair written as two halves
    yield from _SIGNS.split(" ")
    yield from _CASES.split(" ")
    yield from _ODD


def _padded() -> Iterator[str]:
    """Fill up with neighbours: pairs of words of two languages, one of each direction."""
    yield from _all()
    words = [text.split()[1] for text in _WORDS_OF.values()]
    for first, second in product(words, reversed(words)):
        yield f"{first} {second} & {second}{first}"


STRINGS: Final[tuple[str, ...]] = tuple(dict.fromkeys(_padded()))[:500]
