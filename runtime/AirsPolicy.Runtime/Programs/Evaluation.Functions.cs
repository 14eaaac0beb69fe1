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
}
