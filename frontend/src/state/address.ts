/** The address bar. */

/** Put a query into the address without a new history entry; `lang` stays. */
export function replaceQuery(query: string): void {
  const lang = new URLSearchParams(location.search).get("lang");
  const parts = [query, lang === null ? "" : `lang=${lang}`].filter((part) => part !== "");
  const address = parts.length > 0 ? `${location.pathname}?${parts.join("&")}` : location.pathname;
  if (address !== location.pathname + location.search) history.replaceState(history.state, "", address);
}
