import { etType, property } from '../object/et-type';

/** Something on a sheet that is no cell: only that it is selected is of interest. */
export const shapeType = etType<string>('Et.Shape', { Name: property((name) => name) });
