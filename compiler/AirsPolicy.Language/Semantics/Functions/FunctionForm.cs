using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
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
        _ => throw new System.Diagnostics.UnreachableException(Builtin.Id),
    };

    /// <summary>What the form takes, for messages.</summary>
    public string Signature => Builtin.Parameter switch
    {
        BuiltinKind.Text => "a text",
        BuiltinKind.List => "a list",
        BuiltinKind.Record => "a record",
        _ => "any value",
    };

    public bool Takes(IReadOnlyList<Expression?> arguments) => arguments.Count == 1 && Fits(ShapeKinds.Plain(arguments[0]!.Shape));

    private bool Fits(Shape shape) => Builtin.Parameter switch
    {
        BuiltinKind.Text => shape is TextShape,
        BuiltinKind.List => shape is ListShape,
        BuiltinKind.Record => shape is RecordShape,
        BuiltinKind.Any => shape is AnyShape,
        _ => false,
    };
}
