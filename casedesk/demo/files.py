"""The files of the fictional exhibits, made in memory."""

from io import BytesIO

from casedesk import paths

_WIDTH, _HEIGHT = 720, 420  # pixels
_FONT = "NotoSans-Regular.ttf"
_PAPER, _INK, _QUIET = "#F6F5F2", "#1F2328", "#545C66"


def screenshot(title: str, text: str) -> bytes:
    """Draw a screenshot that shows words and nothing else; it says that it is fictional."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(str(paths.fonts() / _FONT), 20)
    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((24, 24, _WIDTH - 24, _HEIGHT - 24), outline=_QUIET)
    draw.text((48, 44), title, fill=_INK, font=font.font_variant(size=26))
    draw.multiline_text((48, 104), _wrapped(text), fill=_INK, font=font, spacing=8)
    said = "FICTIF\u00a0: cette capture ne montre personne"
    draw.text((48, _HEIGHT - 64), said, fill=_QUIET, font=font.font_variant(size=18))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def note(title: str, text: str) -> bytes:
    """Write a text file: an export of messages, a description."""
    return f"{title}\n\n{text}\n\n(fictif)\n".encode()


def _wrapped(text: str) -> str:
    from textwrap import wrap

    return "\n".join(wrap(text, 62))
