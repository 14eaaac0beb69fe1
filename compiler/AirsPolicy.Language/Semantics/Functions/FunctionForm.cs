using System.Collections.Immutable;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Functions;

/// <summary>A form of a built-in function: what it takes and gives.</summary>
/// <param name="Name">How it is called.</param>
/// <param name="Id">The name of the form, unique among all forms.</param>
/// <param name="Parameters">What it takes, in order.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Summary">What it means, in one sentence.</param>
internal sealed record FunctionForm(string Name, string Id, ImmutableArray<ParameterKind> Parameters, Shape Result, string Summary)
{
    /// <summary>What the form takes, for messages.</summary>
    public string Signature => string.Join(", ", Parameters.Select(Words));

    public bool Takes(IReadOnlyList<Expression?> arguments)
    {
        if (arguments.Count != Parameters.Length)
            return false;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!Fits(Parameters[i], ShapeKinds.Plain(arguments[i]!.Shape)))
                return false;
        }
        return true;
    }

    private static bool Fits(ParameterKind kind, Shape shape) => kind switch
    {
        ParameterKind.Text => shape is TextShape,
        ParameterKind.List => shape is ListShape,
        ParameterKind.Value => shape is RecordShape or AnyShape,
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    private static string Words(ParameterKind kind) => kind switch
    {
        ParameterKind.Text => "a text",
        ParameterKind.List => "a list",
        _ => "a record or any value",
    };
}

/// <summary>What a parameter of a built-in takes.</summary>
internal enum ParameterKind
{
    Text,
    List,
    Value,
}
