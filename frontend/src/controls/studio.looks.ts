/** How the Studio is laid out: knobs, picture, memory; on phones the picture stays on top. */

import { css } from "lit";

export const studioLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(340px, 400px) minmax(360px, 1fr) minmax(190px, 250px);
    min-height: 100%;
    background: var(--paper);
  }
  .knobs,
  .memory {
    background: var(--surface);
    padding: 18px 20px 24px;
    display: flex;
    flex-direction: column;
    gap: 18px;
    overflow-y: auto;
    max-height: calc(100dvh - var(--bar));
  }
  .knobs {
    border-right: 1px solid var(--line);
  }
  .memory {
    border-left: 1px solid var(--line);
    padding-top: 10px;
  }
  .stage {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 16px;
    padding: 24px;
    max-height: calc(100dvh - var(--bar));
    overflow-y: auto;
  }
  .easel {
    width: calc(min(100%, 640px, max(300px, calc(100dvh - var(--bar) - 320px))) * min(1, var(--ratio, 1)));
    position: relative;
    flex: none;
  }
  rashin-picture {
    box-shadow: var(--shadow);
  }
  .over {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    text-align: center;
    padding: 20px;
    color: #566274;
    pointer-events: none;
    gap: 12px;
    justify-items: center;
  }
  .tag {
    position: absolute;
    left: 14px;
    top: 14px;
    padding: 5px 11px;
    border-radius: 20px;
    background: rgb(20 28 40 / 78%);
    color: #fff;
    font-size: 0.8rem;
    font-weight: 550;
  }
  .spin {
    width: 22px;
    height: 22px;
    border: 2.5px solid #d9dfe7;
    border-top-color: var(--accent);
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }
  @keyframes spin {
    to {
      transform: rotate(1turn);
    }
  }
  rashin-progress {
    position: absolute;
    left: 50%;
    bottom: 14px;
    transform: translateX(-50%);
    width: min(340px, calc(100% - 28px));
    padding: 8px 10px 9px 14px;
    border-radius: 12px;
    border: 1px solid var(--line);
    background: color-mix(in srgb, var(--surface) 92%, transparent);
    box-shadow: var(--shadow-small);
  }
  rashin-bench,
  rashin-verdict,
  rashin-variations {
    width: min(100%, 640px);
  }
  .toast {
    position: fixed;
    left: 50%;
    bottom: 22px;
    transform: translateX(-50%);
    background: var(--ink);
    color: var(--surface);
    padding: 10px 16px;
    border-radius: 12px;
    box-shadow: var(--shadow);
    z-index: 9;
  }
  rashin-notice {
    width: min(100%, 640px);
  }
  rashin-notice:not(.on) {
    display: none;
  }
  .veil {
    position: fixed;
    inset: var(--bar) 0 0;
    z-index: 30;
    display: grid;
    place-content: center;
    pointer-events: none;
    font-size: 1.3rem;
    font-weight: 600;
    background: color-mix(in srgb, var(--surface) 84%, transparent);
    border: 3px dashed var(--accent);
  }
  @media (max-width: 1080px) {
    :host {
      grid-template-columns: minmax(320px, 380px) minmax(0, 1fr);
      grid-template-rows: auto auto;
    }
    .memory {
      grid-column: 1 / -1;
      border-left: 0;
      border-top: 1px solid var(--line);
      max-height: none;
    }
  }
  @media (max-width: 760px) {
    :host {
      display: flex;
      flex-direction: column;
    }
    .stage,
    .knobs,
    .memory {
      max-height: none;
      overflow: visible;
    }
    .stage {
      display: contents;
    }
    .easel {
      position: sticky;
      top: 0;
      z-index: 3;
      width: 100%;
      padding: 12px 0;
      background: var(--paper);
      border-bottom: 1px solid var(--line);
      display: grid;
      justify-content: center;
      order: 0;
    }
    .easel rashin-picture {
      width: calc(min(56vw, 34dvh) * min(1, var(--ratio, 1)));
      box-shadow: var(--shadow-small);
    }
    .knobs {
      order: 1;
      border: 0;
      padding: 16px;
    }
    rashin-variations {
      order: 2;
      padding: 16px;
      width: 100%;
    }
    rashin-bench {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
    }
    rashin-verdict {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
    }
    rashin-progress {
      bottom: 4px;
    }
    rashin-notice {
      order: 1;
      padding: 12px 16px 0;
      width: 100%;
    }
    .memory {
      order: 4;
      padding: 10px 16px 32px;
    }
  }
  @media (min-width: 2200px) {
    :host {
      grid-template-columns: 480px 1fr 380px;
    }
    .easel,
    rashin-bench,
    rashin-verdict,
    rashin-variations {
      width: min(100%, 960px, calc(100dvh - var(--bar) - 300px));
    }
  }
`;
