using System.Runtime.CompilerServices;

namespace AirsPolicy.Language.Semantics;

/// <summary>
/// What follows from an object alone, worked out once for as long as it is there. A library is bound with every package that takes it in,
/// and its patterns and files are the same each time.
/// </summary>
/// <param name="work">Works it out; it depends on nothing else.</param>
internal sealed class Memo<TKey, TValue>(Func<TKey, TValue> work)
    where TKey : class
    where TValue : class
{
    private readonly ConditionalWeakTable<TKey, TValue> _known = [];

    public TValue Of(TKey key) => _known.GetValue(key, key => work(key));
}
