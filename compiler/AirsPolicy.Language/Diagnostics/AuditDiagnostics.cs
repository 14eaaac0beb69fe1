using static AirsPolicy.Language.Diagnostics.DiagnosticSeverity;

namespace AirsPolicy.Language.Diagnostics;

/// <summary>Findings about what is recorded.</summary>
internal static class AuditDiagnostics
{
    public static readonly DiagnosticDescriptor UnknownDepth = new(
        "AIRS6040", Error, "Unknown depth of a record",
        "There is no way to record '{0}'{1}",
        """
        `record` says how much of a request is recorded with its decision, rising: `metadata` (who asked what where, with digests of the texts), `full` (what came in and went out as well), `context` (what the model was
        given beside it too) and `reasoning` (and how it came to its answer).
        """);

    public static readonly DiagnosticDescriptor UnknownKind = new(
        "AIRS6041", Error, "Unknown kind of record",
        "There are no records of '{0}'{1}",
        "Records are kept by kind: `metadata`, `content`, `guardrail`, `judge`, `review`, `agents`, `incident`, `access` and `aggregate`.");

    public static readonly DiagnosticDescriptor UnknownField = new(
        "AIRS6053", Error, "Unknown field of a record",
        "There is nothing '{0}' to record{1}",
        "Behind `also` stand facts of any decision point, by name or with one of their members (`output.text`, `args.amount`): they are " +
        "recorded with every decision that has them, whatever `record` says.");

    public static readonly DiagnosticDescriptor DeepField = new(
        "AIRS6054", Error, "Field too deep in a record",
        "'{0}' lies too deep for a record; record '{1}'.",
        "`also` names a fact or a member of a fact. What lies deeper is recorded with the member that holds it.");

    public static readonly DiagnosticDescriptor DeletedTooEarly = new(
        "AIRS6042", Error, "Records deleted before their time",
        "Records of '{0}' are deleted after {1}, and {2} asks to keep them for at least {3}; let them stay as long.",
        "Behind `retain KIND` stands how long records are kept at least, and behind `to` when they are deleted. Of several declarations " +
        "in force the longest time counts, and the earliest end: an end before that time cannot be kept to."
    );
}
