/** Hands the backend to every screen without passing it through all of them. */
import { createContext } from "svelte";
import type { Backend } from "./backend";

export const [useBackend, provideBackend] = createContext<Backend>();
