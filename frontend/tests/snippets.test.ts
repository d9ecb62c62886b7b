import { expect, test } from "vitest";
import { asCurl, asPython } from "@/state/snippets";

const call = {
  path: "/api/v1/renders",
  body: { recipe: { prompt: 'cat\'s "hat"', seed: 7, draft: false, none: null } },
};

test("quotes survive the shell", () => {
  expect(asCurl(call, "http://127.0.0.1:8000")).toContain(String.raw`cat'\''s \"hat\"`);
});

test("Python gets Python words", () => {
  const script = asPython(call, "http://127.0.0.1:8000");
  expect(script).toContain(`"draft": False, "none": None`);
  expect(script).toContain(`"http://127.0.0.1:8000/api/v1/renders"`);
});
