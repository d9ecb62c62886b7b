/** The few looks that every control shares. */

import { css } from "lit";

export const looks = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    min-height: 40px;
    min-width: 40px;
    padding: 0 13px;
    border: 1px solid var(--line);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 550;
    font-size: 0.9rem;
    cursor: pointer;
    text-decoration: none;
    color: var(--ink);
    transition:
      background 0.12s,
      border-color 0.12s;
  }
  button:hover:not(:disabled),
  .button:hover {
    border-color: var(--faint);
    background: var(--sunken);
  }
  button:disabled {
    opacity: 0.45;
    cursor: default;
  }
  button.primary {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.primary:hover:not(:disabled) {
    filter: brightness(1.07);
    background: var(--accent);
  }
  button.bare {
    border-color: transparent;
    background: none;
  }
  button.bare:hover {
    background: var(--sunken);
  }
  button.icon {
    padding: 0;
  }
  button[aria-pressed="true"] {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--surface);
  }
  :focus-visible {
    outline: 2.5px solid var(--accent);
    outline-offset: 2px;
  }
  svg.i {
    width: 18px;
    height: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    flex: none;
  }
  h2,
  h3 {
    margin: 0;
    font-size: 0.78rem;
    font-weight: 600;
    color: var(--soft);
    letter-spacing: 0.01em;
  }
  .quiet {
    color: var(--soft);
    font-size: 0.87rem;
  }
  .off {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  img {
    display: block;
  }
  /* What only a mouse can hit is made as large as a thumb. */
  @media (pointer: coarse) {
    button:not(.pin),
    .button,
    select,
    summary {
      min-height: 40px !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation-duration: 0.01ms !important;
      transition: none !important;
    }
  }
`;
