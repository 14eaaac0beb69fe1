using System.Collections.Immutable;
using AirsPolicy.Collections;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A standard or law, with the controls of the catalogues that answer its rows.</summary>
/// <param name="Name">What its file is called.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Version">The version, or the year.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Mapping">Where the framework says which controls answer it.</param>
/// <param name="Rows">Its rows, in their order.</param>
internal sealed record Standard(
    string Name, string Title, string Version, string Source, string Mapping, ImmutableArray<StandardRow> Rows);

/// <summary>A row of a standard.</summary>
/// <param name="Id">What the standard calls it; unique in it.</param>
/// <param name="Title">What it asks for, in our own words, or null.</param>
/// <param name="Controls">The ids that answer it; none where the framework names nothing that a catalogue lists.</param>
/// <param name="Other">What the framework names for it beside, in words that no catalogue has.</param>
internal sealed record StandardRow(string Id, string? Title, ValueList<string> Controls, ValueList<string> Other);
