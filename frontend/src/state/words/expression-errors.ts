/** What the server says of expressions, in Japanese: the sentence it says, and the same for Japanese readers. */

type Rule = readonly [RegExp, string];

/** $1, $2 … are what the sentence speaks of. */
const RULES: readonly Rule[] = [
  [/^(.+): two points cannot be added$/, "$1：点と点は足せません"],
  [/^(.+): a number and a (?:point|direction).* cannot be added$/, "$1：数と点や方向は足せません"],
  [/^(.+): a point cannot be taken from a direction$/, "$1：方向から点は引けません"],
  [/^(.+): a .+ and a .+ cannot be multiplied$/, "$1：この二つは掛けられません"],
  [/^(.+): a .+ and a .+ do not mix$/, "$1：別の空間のものは混ぜられません"],
  [/^the end was not expected at character (\d+)$/, "式が途中で終わっています（$1文字目）"],
  [/^(.+) was not expected at character (\d+)$/, "$2文字目の $1 はここに書けません"],
  [/^there is no operation called (.+)$/, "$1 という関数はありません"],
  [/^(\S+) has no direction called (.+)$/, "$1 に $2 という方向はありません"],
  [/^(\S+) has no inversion called (.+)$/, "$1 に $2 という反転方法はありません"],
  [/^(\S+) has no place for words$/, "$1 では言葉を使えません"],
  [/^(\S+) has no place for noise$/, "$1 ではノイズを使えません"],
  [/^(\S+) has no place for pictures$/, "$1 では画像を使えません"],
  [/^(\S+) has no place for directions$/, "$1 では方向を使えません"],
  [/^nothing is called (@.+)$/, "$1 というものはありません"],
  [/^(@.+) could be several things$/, "$1 に当てはまるものがいくつもあります"],
  [/^(@.+) is a group of (\d+) points, not one point$/, "$1 は$2個の点のグループで、一つの点ではありません"],
  [/^(@.+) is an uploaded picture$/, "$1 はアップロードされた画像です"],
  [/^(@.+) is empty$/, "$1 は空です"],
  [/^(@.+) has no picture$/, "$1 に画像はありません"],
  [/^(@.+) was made without words$/, "$1 は言葉なしで作られました"],
  [/^that is a number, not a point$/, "これは数で、点ではありません"],
  [/^(\w+): (.+) is a (?:point|direction).*, not a point$/, "$1：$2 は点ではありません"],
  [/^(\w+): (.+) is a (?:point|direction|number).*, not a direction$/, "$1：$2 は方向ではありません"],
  [/^(\w+) takes (\d+) point or direction, not (\d+)$/, "$1 には点や方向が$2個要ります（今は$3個）"],
  [/^(\w+) takes at least one point or direction, not 0$/, "$1 には点や方向が一つ以上要ります"],
  [/^(\w+): (\d+) points but (\d+) weights$/, "$1：点は$2個、重みは$3個です"],
  [/^(.+) is given twice$/, "$1 が二度指定されています"],
  [/^(.+) is too large a number$/, "$1 は大きすぎます"],
  [/^this expression is nested too deeply$/, "入れ子が深すぎます"],
  [/^this expression has too many parts$/, "部分が多すぎます"],
  [/^words cannot be compared with (.+)$/, "$1 は言葉と比べられません"],
  [/^these two cannot be added$/, "この二つは足せません"],
  [/^this has no length$/, "長さがありません"],
  [/^close the quotation mark$/, "引用符を閉じてください"],
  [/^close the bracket$/, "括弧を閉じてください"],
  [/^a sign or a comma is missing before it$/, "前に記号か読点がありません"],
  [/^write more of its id$/, "IDをもう少し長く書いてください"],
  [/^multiply a direction by the number$/, "数は方向に掛けてください"],
  [
    /^points cannot be scaled; take a direction, such as a - b, or dir\(…\)$/,
    "点は何倍にもできません。a - b や dir(…) のような方向を使ってください",
  ],
  [
    /^a direction leads from one point to another: a - b, or dir\(…\)$/,
    "方向は点から点へ：a - b または dir(…)",
  ],
  [/^add it to a point: (.+)$/, "点に足してください：$1"],
  [/^two prompts make one: (.+)$/, "二つの言葉で方向を作れます：$1"],
  [/^for example (.+?) or (.+)$/, "例：$1、$2"],
  [
    /^a group, or the first digits of a render's id or of an upload's hash$/,
    "グループ名、または画像のIDの先頭",
  ],
  [/^look for pictures instead$/, "画像のほうで調べてください"],
  [/^two equal points have no direction between$/, "同じ点の間に方向はありません"],
];

/** Return the sentence in a language; one that nobody translated stays as it is. */
export function explained(sentence: string, language: string): string {
  if (language !== "ja") return sentence;
  for (const [form, japanese] of RULES) if (form.test(sentence)) return sentence.replace(form, japanese);
  return sentence;
}
