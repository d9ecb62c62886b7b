"""Write the word list that expressions are compared with: `python -m inference.training.words`.

Names and keywords of the emoji the embedded model was trained on, in both languages, and some words
that everybody tries first; each through the frozen text encoder.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import torch

from inference.maps.words import FOLDER, Word, write_list
from inference.networks.text_encoder import TextEncoder
from inference.packs import folder_of
from inference.training.word_pairs import pairs

ENCODER = "multilingual-e5-small"
CAPTIONS = Path(__file__).parent.parent / "checkpoints" / "emoji-vector" / "captions.json.gz"
LONGEST, FEWEST = 32, 2
AT_ONCE = 64
# Words of arithmetic that no emoji is called by.
COMMON_EN = (
    "king queen man woman boy girl person prince princess father mother son daughter brother sister"
    " uncle aunt grandfather grandmother husband wife actor actress waiter waitress hero heroine"
    " dog cat puppy kitten cow calf horse foal sheep lamb lion lioness tiger wolf fox bear mouse rat"
    " bird fish duck swan hen rooster day night morning evening noon midnight sun moon star sky sea"
    " river mountain forest desert snow rain storm summer winter spring autumn hot cold warm cool"
    " big small large tiny old young new happy sad angry afraid smiling crying sleepy laughing"
    " love hate peace war life death light dark black white red green blue yellow orange purple pink"
    " France Paris Japan Tokyo Italy Rome Germany Berlin England London China Beijing Spain Madrid"
    " sushi pizza bread rice tea coffee wine beer apple banana car bus train ship aeroplane bicycle"
    " house castle school hospital church temple teacher doctor farmer cook singer artist scientist"
    " walk run swim fly jump sing dance eat drink sleep good bad better best fast slow"
)
COMMON_JA = (
    "王 女王 男 女 男の子 女の子 人 王子 王女 父 母 息子 娘 兄 姉 弟 妹 祖父 祖母 夫 妻 犬 猫 子犬 子猫 牛 馬"
    " 羊 ライオン 虎 狼 狐 熊 鼠 鳥 魚 白鳥 昼 夜 朝 夕方 太陽 月 星 空 海 川 山 森 砂漠 雪 雨 嵐 夏 冬 春 秋"
    " 暑い 寒い 大きい 小さい 古い 新しい 若い 嬉しい 悲しい 笑顔 泣き顔 怒り 眠い 愛 憎しみ 平和 戦争 命 死 光 闇"
    " 黒 白 赤 緑 青 黄色 紫 フランス パリ 日本 東京 イタリア ローマ ドイツ ベルリン イギリス ロンドン 中国 北京"
    " 寿司 ピザ パン ご飯 お茶 コーヒー 車 電車 船 飛行機 自転車 家 城 学校 病院 先生 医者 農家 料理人 歌手 科学者"
)


def chosen(entries: list[dict[str, object]]) -> list[Word]:
    """Return every word once: common ones, names of emoji, then keywords of at least two emoji."""
    words: dict[str, Word] = {}

    def add(text: str, language: str, kind: str) -> None:
        if 0 < len(text) <= LONGEST:
            words.setdefault(text.casefold(), Word(text, language, kind))

    for language, text in _common():
        add(text, language, "common")
    plain = [entry for entry in entries if not entry["tone"]]
    for language in ("en", "ja"):
        for entry in plain:
            add(str(entry[f"name_{language}"]), language, "name")
    concepts = {str(entry["base"]): entry for entry in plain}
    for language in ("en", "ja"):
        counts = Counter(
            str(word)
            for entry in concepts.values()
            for word in entry[f"keywords_{language}"]  # type: ignore[attr-defined]
        )
        for text, count in sorted(counts.items()):
            if count >= FEWEST:
                add(text, language, "keyword")
    return list(words.values())


def _common() -> Iterator[tuple[str, str]]:
    yield from (("en", text) for text in COMMON_EN.split())
    yield from (("ja", text) for text in COMMON_JA.split())
    for (language, _), found in pairs().items():
        yield from ((language, text) for pair in found for text in pair)


def main() -> None:
    """Encode the list and write it beside the checkpoints."""
    torch.set_grad_enabled(False)
    with gzip.open(CAPTIONS) as file:
        words = chosen(json.load(file))
    encoder = TextEncoder.load(folder_of(ENCODER))
    encoder.tokenizer.enable_padding()
    parts = [
        encoder.encode_words([word.text for word in words[start : start + AT_ONCE]])
        for start in range(0, len(words), AT_ONCE)
    ]
    write_list(FOLDER, ENCODER, words, torch.cat(parts).numpy())


if __name__ == "__main__":
    main()
