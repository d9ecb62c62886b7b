/** How the question about an uploaded picture looks. */

import { css } from "lit";

export const takeLooks = css`
  dialog {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow);
    padding: 14px 18px 20px;
    width: min(640px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow-y: auto;
  }
  dialog::backdrop {
    background: rgb(8 14 24 / 45%);
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: center;
    margin-bottom: 10px;
  }
  h2 {
    font-size: 1.1rem;
    color: var(--ink);
  }
  .choose {
    display: grid;
    grid-template-columns: 200px minmax(0, 1fr);
    gap: 18px;
    align-items: start;
  }
  .mine {
    width: 100%;
    aspect-ratio: 1;
    object-fit: contain;
    border-radius: 14px;
    border: 1px solid var(--line);
    background: #fff;
  }
  .ways {
    display: grid;
    gap: 8px;
  }
  .way {
    justify-content: flex-start;
    text-align: left;
    padding: 11px 14px;
    gap: 14px;
    width: 100%;
  }
  .way span {
    display: block;
  }
  .way b {
    display: block;
    font-weight: 600;
    font-size: 0.95rem;
  }
  .way small {
    display: block;
    font-size: 0.84rem;
    font-weight: 400;
    color: var(--soft);
  }
  .way .with {
    color: var(--faint);
  }
  .way svg.i {
    color: var(--accent);
  }
  .wait {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding: 6px 0 4px;
    min-height: 230px;
    align-content: center;
  }
  .wait .mine {
    width: 132px;
  }
  .wait p {
    margin: 0;
    color: var(--soft);
  }
  .bar {
    width: min(320px, 100%);
    height: 3px;
    border-radius: 3px;
    overflow: hidden;
    background: var(--line);
  }
  .bar i {
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
  @media (max-width: 560px) {
    .choose {
      grid-template-columns: 1fr;
      justify-items: center;
    }
    .choose > .mine {
      width: 132px;
    }
    .ways {
      width: 100%;
    }
  }
`;
