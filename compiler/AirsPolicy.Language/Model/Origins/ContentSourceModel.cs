using AirsPolicy.Collections;
using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Model.Origins;

/// <summary>
/// What a decision that goes on brings into its session. The expressions are bound to the facts of that decision. Where the session cannot
/// be told it may be any: all of them carry the labels, and where there are texts the origins of all are unclear from then on. Where
/// something else cannot be told, those of the session are.
/// </summary>
/// <param name="Point">The decision point.</param>
/// <param name="Tool">
/// The tool, by its name in the language; null for any that has no source of its own, and where the point knows none.
/// </param>
/// <param name="Session">Whose session it is.</param>
/// <param name="Where">Whether there is such content; null for always.</param>
/// <param name="Texts">The text, or the list or record all of whose texts it is; null for none.</param>
/// <param name="Origins">
/// What the texts are labelled: names of the enum of origins. Texts of memory have the labels of what was remembered too.
/// </param>
/// <param name="Labels">The labels that the session carries from then on, beside those of the decision's own effects.</param>
/// <param name="Remembered">
/// The key of the item of memory that is written, which carries all labels of the session from then on; or null.
/// </param>
/// <param name="Recalled">The key of the item of memory that is read, whose labels the session carries from then on; or null.</param>
public sealed record ContentSourceModel(
    string Point,
    string? Tool,
    Expression Session,
    Expression? Where,
    PathExpression? Texts,
    ValueList<string> Origins,
    ValueList<string> Labels,
    PathExpression? Remembered = null,
    PathExpression? Recalled = null);
