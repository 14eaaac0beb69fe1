namespace AirsPolicy.Text.Views.Decodings;

/// <summary>
/// How often one letter follows another, or begins or ends a word, in the texts that the models of the library learn from, in 20 languages
/// of Latin letters: six is as often as if letters were drawn, and each step is twice as often or half as often.
/// </summary>
internal static class LetterPairs
{
    /// <summary>How many bits each sum has.</summary>
    public const int Bits = 16;

    private const int Letters = 27, Space = 26, Half = 13;

    // What is neither a letter of ASCII nor white space; a pair with it says nothing.
    private const byte Other = 31;
    private const int NumberBits = 5;

    private const string Steps =
        "667735767578895729886652769" +
        "731070006205017005326000404" +
        "704070086255127005456000345" +
        "821491228224347305436310448" +
        "656765756568794629885646459" +
        "600054006103007005245000106" +
        "720270546234156105446000508" +
        "811280007313137004256410307" +
        "757685644578796527884622459" +
        "700271005012135000325000005" +
        "812270147255147005557240407" +
        "832583328347437301566300508" +
        "851181207023537601436030418" +
        "826884958354267212786410649" +
        "556645646467785608777661459" +
        "801271146006127507456010306" +
        "000000000000000000006000000" +
        "844693538454558215677420549" +
        "836382158265447612686440469" +
        "932192188244338307677340529" +
        "655564446467685507774332448" +
        "701170007002026003214100405" +
        "701160056000035103301000305" +
        "401030002000001200040001003" +
        "723351224134346303544210127" +
        "611360206022235101134020426" +
        "989988788788998968997873760";

    private static readonly byte[] s_numbers =
    [
        .. Enumerable.Range(0, 128)
            .Select(unit =>
                char.IsAsciiLetter((char)unit) ? (byte)((unit | 0x20) - 'a') : unit is ' ' or '\n' or '\t' ? (byte)Space : Other),
    ];

    private static readonly ulong[] s_pairs =
        [.. Enumerable.Range(0, 1 << 2 * NumberBits).Select(pair => Of(pair >> NumberBits, pair & Other))];

    /// <summary>
    /// What all pairs of a text say together: how many they are, in the lowest bits, and then as they stand, the other way round, and with
    /// each letter moved by half the alphabet.
    /// </summary>
    /// <param name="text">A text of less than 4,096 units.</param>
    public static ulong SumOf(ReadOnlySpan<char> text)
    {
        var (sum, pair) = (0UL, (int)Other);
        foreach (var unit in text)
        {
            pair = (pair << NumberBits | (unit < s_numbers.Length ? s_numbers[unit] : Other)) & s_pairs.Length - 1;
            sum += s_pairs[pair];
        }
        return sum;
    }

    private static ulong Of(int first, int second)
    {
        if (first >= Letters || second >= Letters || first == Space && second == Space) return 0;
        return 1
            | StepOf(first, second) << Bits
            | StepOf(second, first) << 2 * Bits
            | StepOf(Moved(first), Moved(second)) << 3 * Bits;
    }

    private static ulong StepOf(int first, int second) => (ulong)(Steps[first * Letters + second] - '0');

    private static int Moved(int letter) => letter == Space ? letter : (letter + Half) % Space;
}
