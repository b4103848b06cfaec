/** Writes the dictionaries into `folder`; false where nodejieba is not installed. */
export declare function writeDictionary(folder: string): boolean;
