/** Puts the object model in front of a page; what the workbench offers its frames as `putWpsInFront`. */
export type PutInFront = (page: Window) => void;
