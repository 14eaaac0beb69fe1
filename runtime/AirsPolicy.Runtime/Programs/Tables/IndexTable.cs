using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>Selects blocks of rules by a fact, so that a decision does not look at rules that cannot apply.</summary>
public abstract record IndexTable;

/// <summary>Selects by the index of an enum's name.</summary>
/// <param name="Blocks">The block for each name, -1 for none.</param>
public sealed record EnumIndexTable(ValueList<int> Blocks) : IndexTable;

/// <summary>Selects by a text, or by each item of a list of texts.</summary>
/// <param name="Keys">The texts and their blocks, by ordinal.</param>
public sealed record TextIndexTable(ValueList<TextIndexEntry> Keys) : IndexTable;

/// <summary>One key of an index.</summary>
/// <param name="Text">The text that selects.</param>
/// <param name="Block">The block it selects.</param>
public sealed record TextIndexEntry(string Text, int Block);
