using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Language.Semantics.Functions;

/// <summary>A form of a built-in function as the binder sees it.</summary>
/// <param name="Builtin">The function in the runtime.</param>
internal sealed record FunctionForm(BuiltinFunction Builtin)
{
    public string Name => Builtin.Name;

    public string Id => Builtin.Id;

    public string Summary => Builtin.Summary;

    /// <summary>What the form gives.</summary>
    public Shape Result => Builtin.Result switch
    {
        BuiltinKind.Int => IntShape.Instance,
        BuiltinKind.Size => SizeShape.Instance,
        BuiltinKind.Text => TextShape.Instance,
        BuiltinKind.Share => ShareShape.Instance,
        BuiltinKind.Weekday => FactShapes.Weekday,
        _ => throw new System.Diagnostics.UnreachableException(Builtin.Id),
    };

    /// <summary>What the form takes, for messages.</summary>
    public string Signature => Builtin.With switch
    {
        BuiltinKind.None => Article(Builtin.Parameter),
        _ when Builtin.With == Builtin.Parameter => "two texts",
        _ => $"{Article(Builtin.Parameter)} and {Article(Builtin.With)}",
    };

    public bool Takes(IReadOnlyList<Expression?> arguments) => arguments switch
    {
        [{ } argument] => Builtin.With == BuiltinKind.None && Fits(Builtin.Parameter, argument),
        [{ } argument, { } with] => Fits(Builtin.Parameter, argument) && Fits(Builtin.With, with),
        _ => false,
    };

    private static string Article(BuiltinKind kind) => kind switch
    {
        BuiltinKind.Text => "a text",
        BuiltinKind.List => "a list",
        BuiltinKind.Record => "a record",
        BuiltinKind.Date => "a date",
        _ => "any value",
    };

    private static bool Fits(BuiltinKind kind, Expression argument) => (kind, ShapeKinds.Plain(argument.Shape)) switch
    {
        (BuiltinKind.Text, TextShape) => true,
        (BuiltinKind.List, ListShape) => true,
        (BuiltinKind.Record, RecordShape) => true,
        (BuiltinKind.Any, AnyShape) => true,
        (BuiltinKind.Date, DateShape) => true,
        _ => false,
    };
}
