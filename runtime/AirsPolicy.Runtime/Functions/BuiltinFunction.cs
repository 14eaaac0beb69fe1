using System.Reflection;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Functions;

/// <summary>One form of a function of the language.</summary>
public sealed class BuiltinFunction
{
    private readonly Func<FactFrame, long, long>? _plain;
    private readonly Func<FactFrame, long, CompiledShape, long>? _shaped;
    private readonly Func<FactFrame, long, long, CompiledShape, long>? _comparing;

    internal BuiltinFunction(BuiltinFunctionAttribute declared, MethodInfo method)
    {
        Id = declared.Id;
        Parameter = declared.Parameter;
        With = declared.With;
        Result = declared.Result;
        Summary = declared.Summary;
        Cost = declared.Cost;
        Method = method;
        TakesShape = method.GetParameters().Length > 2;
        if (With != BuiltinKind.None)
            _comparing = method.CreateDelegate<Func<FactFrame, long, long, CompiledShape, long>>();
        else if (TakesShape)
            _shaped = method.CreateDelegate<Func<FactFrame, long, CompiledShape, long>>();
        else
            _plain = method.CreateDelegate<Func<FactFrame, long, long>>();
    }

    /// <summary>The name of the form, unique among all forms (<c>length.list</c>).</summary>
    public string Id { get; }

    /// <summary>How the function is called (<c>length</c>).</summary>
    public string Name => Id.Split('.')[0];

    /// <summary>What the argument is.</summary>
    public BuiltinKind Parameter { get; }

    /// <summary>What the argument is compared with; <see cref="BuiltinKind.None"/> where there is one argument only.</summary>
    public BuiltinKind With { get; }

    /// <summary>What the function gives.</summary>
    public BuiltinKind Result { get; }

    /// <summary>What it means, in one sentence.</summary>
    public string Summary { get; }

    /// <summary>How many nanoseconds it takes for a thousand bytes of its argument, roughly.</summary>
    public int Cost { get; }

    /// <summary>The static method, for emitted calls.</summary>
    public MethodInfo Method { get; }

    /// <summary>The method takes the compiled shape of its last argument as well.</summary>
    public bool TakesShape { get; }

    /// <summary>It goes through its argument; the length of a list is known without, and a date has nothing to go through.</summary>
    internal bool ReadsTexts => Parameter != BuiltinKind.Date && (Parameter != BuiltinKind.List || Name != "length");

    /// <summary>Calls the function.</summary>
    /// <param name="facts">The frame that the argument lies in.</param>
    /// <param name="argument">The argument as <see cref="Parameter"/> says.</param>
    /// <param name="shape">The shape of the argument.</param>
    /// <returns>The value as it lies in a slot, or <see cref="BuiltinFunctions.OverLimit"/>.</returns>
    public long Call(FactFrame facts, long argument, CompiledShape shape) =>
        _plain is not null ? _plain(facts, argument) : _shaped!(facts, argument, shape);

    /// <summary>Calls a function that compares.</summary>
    /// <param name="facts">The frame that both arguments lie in.</param>
    /// <param name="text">The handle of the text.</param>
    /// <param name="with">What it is compared with, as <see cref="With"/> says.</param>
    /// <param name="shape">The shape of what it is compared with.</param>
    /// <returns>The value as it lies in a slot.</returns>
    public long Call(FactFrame facts, long text, long with, CompiledShape shape) => _comparing!(facts, text, with, shape);
}
