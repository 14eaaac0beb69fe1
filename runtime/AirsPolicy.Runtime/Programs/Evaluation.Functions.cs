using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Functions;

namespace AirsPolicy.Runtime.Programs;

/// <summary>Calls of the functions of the language.</summary>
public sealed partial class Evaluation
{
    /// <summary>Calls a function.</summary>
    /// <param name="function">The number of the function in the tables.</param>
    /// <param name="shape">The number of the shape of its argument.</param>
    /// <param name="slot">The slot of a record; of no meaning for any other argument.</param>
    /// <param name="value">The handle of a text, list or JSON value; of no meaning for a record.</param>
    [PolicyCallable]
    public long Call(int function, int shape, int slot, long value)
    {
        // After a failure a slot or handle may mean nothing.
        if (Failed)
            return 0;
        var called = _policy.Functions[function];
        if (called.ReadsTexts && !(called.Parameter == BuiltinKind.Text ? CountText(Handle.Length(value)) : CountTexts(shape, slot, value)))
            return 0;
        if (called.Result == BuiltinKind.Text)
            BeginWork();
        var result = called.Call(_frame, called.Parameter == BuiltinKind.Record ? slot : value, _policy.Shapes[shape]);
        if (result != BuiltinFunctions.OverLimit)
            return result;
        WorksOutTooMuch();
        return Handle.Empty;
    }

    /// <summary>Calls a function that holds a text against others.</summary>
    /// <param name="function">The number of the function in the tables.</param>
    /// <param name="text">The handle of the text.</param>
    /// <param name="shape">The number of the shape of what it is compared with.</param>
    /// <param name="with">The handle of what it is compared with.</param>
    [PolicyCallable]
    public long Compare(int function, long text, int shape, long with) =>
        Failed || !CountText(Handle.Length(text)) || !CountTexts(shape, 0, with)
            ? 0
            : _policy.Functions[function].Call(_frame, text, with, _policy.Shapes[shape]);
}
