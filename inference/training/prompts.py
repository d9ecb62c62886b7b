"""The sixteen prompts of the sample sheets, in both languages; every style appears four times."""

from __future__ import annotations

from inference.training.captions import prompt_en, prompt_ja

# (English name, Japanese name, style)
SHEET = (
    ("grinning cat", "にやりと笑う猫", "noto"),
    ("red apple", "赤いリンゴ", "fluent flat"),
    ("woman astronaut, dark skin tone", "女性宇宙飛行士、濃い肌色", "twemoji"),
    ("house", "家", "noto"),
    ("smiling face with sunglasses", "サングラスの笑顔", "fluent 3d"),
    ("crying face", "泣き顔", "noto"),
    ("pizza", "ピザ", "twemoji"),
    ("dog face", "犬の顔", "fluent flat"),
    ("man, red hair", "赤毛の男性", "noto"),
    ("sun", "太陽", "twemoji"),
    ("full moon", "満月", "fluent flat"),
    ("car", "車", "fluent 3d"),
    ("tree", "木", "fluent flat"),
    ("fish", "魚", "fluent 3d"),
    ("heart", "ハート", "twemoji"),
    ("woman health worker, light skin tone", "女性の医療従事者、薄い肌色", "fluent 3d"),
)
SHEET_EN = tuple(prompt_en(english, style) for english, _, style in SHEET)
SHEET_JA = tuple(prompt_ja(japanese, style) for _, japanese, style in SHEET)
