using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>
/// The names met so far in records whose members are not listed, to find one that stands twice. The hash is keyed anew in every
/// process, so that nobody can choose names that collide; what is found never depends on the key. Grows with the largest
/// facts seen and then allocates nothing.
/// </summary>
internal sealed class NameSet
{
    private static readonly ulong s_key = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    private (int Read, int Entry)[] _buckets = new (int, int)[64];
    private Entry[] _entries = new Entry[32];
    private byte[] _decoded = new byte[256];
    private byte[] _encoded = [];
    private int _decodedLength;
    private int _count;
    private int _owners;

    // Buckets of earlier reads carry a lower number and count as empty, so that a small read after a large one clears nothing.
    private int _read;

    private readonly record struct Entry(ulong Hash, int Owner, int Start, int Length, bool Decoded);

    public void Clear()
    {
        _count = 0;
        _owners = 0;
        _decodedLength = 0;
        if (++_read == int.MaxValue)
        {
            Array.Clear(_buckets);
            _read = 1;
        }
    }

    /// <summary>A number for a record whose names are kept apart from those of all others.</summary>
    public int NewOwner() => _owners++;

    /// <summary>Adds a name to those of a record; false where it is there already.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="name">The name without escapes, as UTF-8.</param>
    /// <param name="json">The whole JSON.</param>
    /// <param name="start">Where the name stands in <paramref name="json"/>, or -1 where it has escapes and stands nowhere.</param>
    public bool Add(int owner, ReadOnlySpan<byte> name, ReadOnlySpan<byte> json, int start)
    {
        if (_count == _entries.Length)
            Grow();
        var hash = Hash(owner, name);
        var at = (int)(hash & (uint)(_buckets.Length - 1));
        for (; _buckets[at].Read == _read; at = (at + 1) & (_buckets.Length - 1))
        {
            ref readonly var entry = ref _entries[_buckets[at].Entry];
            if (entry.Hash == hash && entry.Owner == owner && NameOf(entry, json).SequenceEqual(name))
                return false;
        }
        _buckets[at] = (_read, _count);
        _entries[_count++] = new Entry(hash, owner, start >= 0 ? start : Keep(name), name.Length, start < 0);
        return true;
    }

    /// <summary>A name as UTF-8, in memory that holds until the next call.</summary>
    public ReadOnlySpan<byte> Encode(ReadOnlySpan<char> name)
    {
        var needed = Encoding.UTF8.GetMaxByteCount(name.Length);
        if (_encoded.Length < needed)
            _encoded = new byte[needed];
        return _encoded.AsSpan(0, Encoding.UTF8.GetBytes(name, _encoded));
    }

    private ReadOnlySpan<byte> NameOf(in Entry entry, ReadOnlySpan<byte> json) =>
        (entry.Decoded ? _decoded : json).Slice(entry.Start, entry.Length);

    private int Keep(ReadOnlySpan<byte> name)
    {
        if (_decoded.Length - _decodedLength < name.Length)
            Array.Resize(ref _decoded, Math.Max(_decoded.Length * 2, _decodedLength + name.Length));
        name.CopyTo(_decoded.AsSpan(_decodedLength));
        _decodedLength += name.Length;
        return _decodedLength - name.Length;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = new (int, int)[_entries.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            var at = (int)(_entries[i].Hash & (uint)(_buckets.Length - 1));
            while (_buckets[at].Read == _read)
                at = (at + 1) & (_buckets.Length - 1);
            _buckets[at] = (_read, i);
        }
    }

    private static ulong Hash(int owner, ReadOnlySpan<byte> name)
    {
        var hash = Mix(s_key ^ (uint)owner, s_key + (uint)name.Length);
        for (; name.Length >= 8; name = name[8..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name), s_key);
        ulong last = 0;
        foreach (var b in name)
            last = last << 8 | b;
        return Mix(hash ^ last, s_key);
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
