using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols.Catalogues;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>That a declaration satisfies a control of a catalogue, or mitigates a threat.</summary>
/// <param name="By">The id of the declaration; of a tool that of its rules (<c>shop.tool.refund</c>), of the system its name.</param>
/// <param name="Claimant">What the declaration is.</param>
/// <param name="Id">The id.</param>
/// <param name="Entry">What the catalogue says of it.</param>
/// <param name="Place">Where the id is written.</param>
public sealed record ClaimModel(string By, Claimant Claimant, string Id, EntryModel Entry, SourcePlace Place);

/// <summary>What a catalogue says of an id.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Points">The decision points of which a control stands at one; empty where it is not decided while the system runs.</param>
/// <param name="Least">The least outcome that such a control can reach, or null where any will do.</param>
/// <param name="By">The kinds of declaration that can carry it; empty for any.</param>
public sealed record EntryModel(string Title, ValueList<string> Points, Outcome? Least, ValueList<Claimant> By = default);
