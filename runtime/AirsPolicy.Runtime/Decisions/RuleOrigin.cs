namespace AirsPolicy.Runtime.Decisions;

/// <summary>Where a fired rule stands in the policy.</summary>
/// <param name="Control">The qualified id of its control (<c>chevrolet.no_binding_offers</c>).</param>
/// <param name="Title">The control's title, or null.</param>
/// <param name="Severity">The control's declared severity, or null.</param>
/// <param name="Satisfies">Catalogue ids that the control satisfies or mitigates, separated by commas; empty where none.</param>
/// <param name="Ordinal">
/// Which rule of the control, from 0 in the order of the file; <see cref="FailedPoint.Ordinal"/> for the control as a whole, where its
/// point failed.
/// </param>
/// <param name="File">The package-relative path of the file, with <c>/</c>.</param>
/// <param name="Line">The line of the rule, from 1.</param>
/// <param name="Column">The column of the rule in UTF-16 units, from 1.</param>
public sealed record RuleOrigin(
    string Control,
    string? Title,
    string? Severity,
    string Satisfies,
    int Ordinal,
    string File,
    int Line,
    int Column);
