using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>4xxx: systems, tools and queues; those of agents stand beside them.</summary>
internal static class ToolDiagnostics
{
    public static readonly DiagnosticDescriptor EmptyGroup = new(
        "AIRS4038", Error, "Group without tools",
        "The group '{0}' names no tools; write 'tools' with the names of those that it stands for.",
        "A rule at calls of such a group would stand nowhere."
    );

    public static readonly DiagnosticDescriptor LibraryGrants = new(
        "AIRS4001", Error, "Library grants",
        "A library only restricts, and '{0}' grants the {2} '{1}'.",
        "Which tools and agents there are belongs to the deployable policy. A library writes controls, which can only tighten.");

    public static readonly DiagnosticDescriptor UnknownClass = new(
        "AIRS4002", Error, "Unknown tool class",
        "There is no tool class '{0}'{1}",
        "The classes in rising order are read_only, reversible, irreversible and privileged.");

    public static readonly DiagnosticDescriptor ArgsNotRecord = new(
        "AIRS4003", Error, "Arguments are not a record",
        "A tool takes and gives records, but '{0}' is {1}.",
        "Tools are called with named arguments: a record, a declared type that is one, or a schema of type object.");

    public static readonly DiagnosticDescriptor WireNameTwice = new(
        "AIRS4004", Error, "Two of one name",
        "'{0}' and '{1}' are both called \"{2}\" outside.",
        "The name outside tells tools apart, and agents, so each has its own.");

    public static readonly DiagnosticDescriptor SystemMissing = new(
        "AIRS4005", Error, "Policy without a system",
        "The policy '{0}' has no 'system'; add one, or make it a library.",
        "A policy is deployable and is for one system: its owner, model and tier.");

    public static readonly DiagnosticDescriptor SystemNotHere = new(
        "AIRS4006", Error, "System in the wrong place",
        "{0}",
        "A policy has exactly one system, and a library none.");

    public static readonly DiagnosticDescriptor UnknownTier = new(
        "AIRS4007", Error, "Unknown tier",
        "There is no tier '{0}'{1}",
        "The tiers of a scheme are those of its ladder and those that `tier … in` adds. The framework's are airs.low, airs.medium, " +
        "airs.high and airs.critical."
    );

    public static readonly DiagnosticDescriptor UnknownWord = new(
        "AIRS4008", Error, "Unknown word",
        "'{0}' is no {1}{2}",
        "This clause takes one of a few words, which the reference lists: `stream none`, `severity high`.");

    public static readonly DiagnosticDescriptor ToolElsewhere = new(
        "AIRS4009", Error, "Tool of another policy",
        "'{0}' is a tool of '{1}', which is not in force here.",
        "`use` brings names into scope and nothing more. A policy declares the tools it grants itself.");

    public static readonly DiagnosticDescriptor UndoneByWhat = new(
        "AIRS4026", Error, "Undoing that does not end",
        "{0}",
        "`on stop` says what happens to calls under way when what they belong to is halted: `undo by TOOL`, `complete`, `leave` or " +
        "`discard`. The tool that undoes is called although everything else stands still. So it must be safe to stop itself: it can be " +
        "undone, or says `on stop complete`, `leave` or `discard`."
    );
}
