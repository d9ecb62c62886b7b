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
    width: min(100%, 640px, max(300px, calc(100dvh - var(--bar) - 264px)));
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
  .working {
    position: absolute;
    left: 8%;
    right: 8%;
    bottom: -9px;
    height: 3px;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
  }
  .working i {
    display: block;
    height: 100%;
    width: 40%;
    border-radius: 3px;
    background: var(--accent);
    animation: run 1s infinite ease-in-out;
  }
  @keyframes run {
    from {
      transform: translateX(-100%);
    }
    to {
      transform: translateX(260%);
    }
  }
  .bench {
    width: min(100%, 640px);
    display: flex;
    flex-wrap: wrap;
    gap: 7px;
    align-items: center;
    justify-content: center;
  }
  .bench .push {
    margin-right: auto;
  }
  .variations {
    width: min(100%, 640px);
  }
  .variations h2 {
    margin-bottom: 8px;
  }
  .variations rashin-strip {
    min-height: 64px;
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
      width: min(56vw, 34dvh);
      box-shadow: var(--shadow-small);
    }
    .working {
      bottom: 0;
      left: 0;
      right: 0;
      border-radius: 0;
    }
    .knobs {
      order: 1;
      border: 0;
      padding: 16px;
    }
    .variations {
      order: 2;
      padding: 16px;
      width: 100%;
    }
    .bench {
      order: 3;
      padding: 0 16px 16px;
      width: 100%;
      justify-content: flex-start;
    }
    .bench .push {
      margin-right: 0;
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
    .bench,
    .variations {
      width: min(100%, 960px, calc(100dvh - var(--bar) - 300px));
    }
  }
`;
