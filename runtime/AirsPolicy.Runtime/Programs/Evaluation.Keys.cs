using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.State.Keys;

namespace AirsPolicy.Runtime.Programs;

/// <summary>
/// Keys of what is counted over time: begun, then given their values one by one, each call taking and giving the key, so that emitted code
/// writes them as one expression. A key may be written while another is, as part of one of its values.
/// </summary>
public sealed partial class Evaluation
{
    // Those that are being written, the innermost last; a key is its place here, from 1.
    private StateKeyWriter[] _keys = [];
    private int _keyDepth;
    private StateKey _keyOwner;

    /// <summary>Begins a key; without values it is that of the whole system.</summary>
    [PolicyCallable]
    public long BeginKey()
    {
        if (_keyDepth == _keys.Length)
            _keys = [.. _keys, new StateKeyWriter()];
        _keys[_keyDepth].Begin();
        return ++_keyDepth;
    }

    /// <summary>The key with a text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public long KeyText(long key, long text)
    {
        if (!Failed && CountText(Handle.Length(text)))
            Writer(key).Add(_frame.Chars(text));
        return key;
    }

    /// <summary>The key with a number, truth, name, share, size or time.</summary>
    [PolicyCallable]
    public long KeyLong(long key, long value)
    {
        Writer(key).Add(value);
        return key;
    }

    /// <summary>The key with a decimal or amount.</summary>
    [PolicyCallable]
    public long KeyDecimal(long key, decimal value)
    {
        Writer(key).Add(value);
        return key;
    }

    /// <summary>The key with a list of texts.</summary>
    /// <param name="list">The handle of the list.</param>
    [PolicyCallable]
    public long KeyTexts(long key, long list)
    {
        KeyLength(key, list);
        for (var i = 0; i < Handle.Length(list) && !Failed; i++)
            KeyText(key, _frame.Long(Handle.Start(list) + i));
        return key;
    }

    /// <summary>The key with a list of numbers, truths, names, shares, sizes or times.</summary>
    [PolicyCallable]
    public long KeyLongs(long key, long list)
    {
        KeyLength(key, list);
        for (var i = 0; i < Handle.Length(list) && !Failed; i++)
            KeyLong(key, _frame.Long(Handle.Start(list) + i));
        return key;
    }

    /// <summary>The key with a list of decimals or amounts.</summary>
    [PolicyCallable]
    public long KeyDecimals(long key, long list)
    {
        KeyLength(key, list);
        for (var i = 0; i < Handle.Length(list) && !Failed; i++)
            KeyDecimal(key, _frame.Decimal(Handle.Start(list) + i));
        return key;
    }

    /// <summary>The key as it stands, its first value, is a session or run with whose end the whole key is forgotten.</summary>
    [PolicyCallable]
    public long KeyOwner(long key)
    {
        _keyOwner = Writer(key).ToKey();
        return key;
    }

    // Two lists behind one another must not run together.
    private void KeyLength(long key, long list) => Writer(key).Add(Handle.Length(list));

    private StateKeyWriter Writer(long key) => _keys[key - 1];

    // Ends a key, whether something failed meanwhile or not.
    private StateKey End(long key)
    {
        _keyDepth = (int)key - 1;
        return Writer(key).ToKey();
    }
}
