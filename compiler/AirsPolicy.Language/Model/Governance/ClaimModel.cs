using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>What claims an id.</summary>
public enum Claimant
{
    /// <summary>A control.</summary>
    Control,

    /// <summary>A tool, which stands at its call.</summary>
    Tool,

    /// <summary>An agent, whose edges stand at calls and delegations.</summary>
    Agent,

    /// <summary>A workflow, which bounds its agents there.</summary>
    Workflow,

    /// <summary>A queue of people.</summary>
    Queue,

    /// <summary>The system as a whole, for what is not decided while it runs.</summary>
    System,
}

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
public sealed record EntryModel(string Title, ValueList<string> Points, Outcome? Least);
