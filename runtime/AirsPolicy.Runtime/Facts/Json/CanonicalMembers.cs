namespace AirsPolicy.Runtime.Facts.Json;

/// <summary>The members of the records that canonical JSON is being written of, innermost last, and their names without escapes.</summary>
internal sealed class CanonicalMembers
{
    private readonly Comparison<Member> _byName;
    private Member[] _members = new Member[16];
    private char[] _names = new char[256];
    private int _count;
    private int _nameLength;

    private readonly record struct Member(int NameStart, int NameLength, int Value);

    public CanonicalMembers() => _byName = (a, b) => NameOf(a).SequenceCompareTo(NameOf(b));

    public (int Members, int Names) Mark() => (_count, _nameLength);

    public int Count((int Members, int Names) mark) => _count - mark.Members;

    public ReadOnlySpan<char> Name((int Members, int Names) mark, int index) => NameOf(_members[mark.Members + index]);

    public int Value((int Members, int Names) mark, int index) => _members[mark.Members + index].Value;

    public void Sort((int Members, int Names) mark) => _members.AsSpan(mark.Members, Count(mark)).Sort(_byName);

    public void Release((int Members, int Names) mark) => (_count, _nameLength) = mark;

    /// <summary>A text without its quotes and escapes; holds until the next call.</summary>
    public ReadOnlySpan<char> Decode(ReadOnlySpan<char> quoted)
    {
        Reserve(quoted.Length);
        return _names.AsSpan(_nameLength, JsonText.Decode(quoted, _names.AsSpan(_nameLength)));
    }

    /// <summary>Adds the members of the record that begins at <paramref name="at"/>.</summary>
    public void AddAll(ReadOnlySpan<char> json, int at)
    {
        for (at = JsonText.Start(json, at + 1); json[at] != '}'; at = JsonText.Start(json, at))
        {
            if (json[at] == ',')
                at = JsonText.Start(json, at + 1);
            var end = JsonText.TextEnd(json, at);
            var name = Decode(json[at..end]);
            var value = JsonText.Start(json, JsonText.Start(json, end) + 1);
            if (_count == _members.Length)
                Array.Resize(ref _members, _members.Length * 2);
            _members[_count++] = new Member(_nameLength, name.Length, value);
            _nameLength += name.Length;
            at = JsonText.End(json, value);
        }
    }

    private ReadOnlySpan<char> NameOf(Member member) => _names.AsSpan(member.NameStart, member.NameLength);

    private void Reserve(int length)
    {
        if (_names.Length - _nameLength < length)
            Array.Resize(ref _names, Math.Max(_names.Length * 2, _nameLength + length));
    }
}
