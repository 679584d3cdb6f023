// What the example for Node uses of Node.
declare const process: { argv: string[]; exitCode?: number };
