/** The shape of a language: English must say everything Chinese says, or the build fails. */
export type Wording<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Wording<T[Key]> };
