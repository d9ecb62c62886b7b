/** The words of the pages where pictures are kept, in both languages. */

export const keepingEn = {
  "nav.scrub": "Steps",
  "nav.history": "History",
  "nav.queue": "Queue",
  "nav.models": "Models",
  "nav.pages": "Pages",
  "nav.more": "More",
  "nav.moreTitle": "More pages",
} as const;

export const keepingJa: Record<keyof typeof keepingEn, string> = {
  "nav.scrub": "ステップ",
  "nav.history": "履歴",
  "nav.queue": "待ち行列",
  "nav.models": "モデル",
  "nav.pages": "ページ",
  "nav.more": "その他",
  "nav.moreTitle": "ほかのページ",
};
