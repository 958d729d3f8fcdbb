import {createContext} from 'react';
import {KeyLayers, type Scope} from './key-layers.ts';

/** The scope of everything that stands in no other. */
export const rootScope: Scope = {parent: null, depth: 0, order: 0, isModal: false, isActive: true};

/** Who gets keys. */
export const KeyLayersContext = createContext(new KeyLayers());
/** The part of the screen a component stands in. */
export const KeyScopeContext = createContext<Scope>(rootScope);
