declare module '*?minified' {
  const source: string;
  export default source;
}
