namespace MediaOps.Fuzzing.Inputs;

/// <summary>What a target is given: a text, and a number that decides what else there is to decide.</summary>
internal readonly record struct Input(string Text, int Choice);
