using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Analysis.Facts;

/// <summary>A fact of a request, or a member of one.</summary>
/// <param name="Member">Its names and its type.</param>
/// <param name="Summary">What it means; empty where nobody says.</param>
/// <param name="Supplier">Who gives it.</param>
/// <param name="Need">How much the controls need it.</param>
/// <param name="IsRequired">A request without it is not whole: a rule fails on it, and nobody but the sender gives it.</param>
/// <param name="Readers">The ids of what reads it itself, ordered. Who reads a member stands with the member.</param>
/// <param name="Missing">The strongest outcome that follows where it is missing; null where nothing reads it, or nothing follows.</param>
/// <param name="IsOnTrial">Only controls in detect mode read it, so that what follows is only recorded.</param>
/// <param name="Members">Its members, or those of its items.</param>
internal sealed record RequestFact(
    ShapeMember Member,
    string Summary,
    FactSupplier Supplier,
    FactNeed Need,
    bool IsRequired,
    ValueList<string> Readers,
    Outcome? Missing,
    bool IsOnTrial,
    ValueList<RequestFact> Members);
