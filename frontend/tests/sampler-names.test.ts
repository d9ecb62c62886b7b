import { expect, test } from "vitest";
import { samplerName } from "@/state/sampler-names";

test("samplers are called as the field calls them", () => {
  expect(samplerName("dpmpp_2m_karras")).toBe("DPM++ 2M Karras");
  expect(samplerName("flow_euler")).toBe("Euler");
});

test("a sampler that is new here has its id for a name", () => {
  expect(samplerName("very_new")).toBe("very new");
});
