/** Style sheets that are loaded for their effect: the grid's own, and the page's. */
declare module '*/index.css';
declare module '*/workbench.css';
