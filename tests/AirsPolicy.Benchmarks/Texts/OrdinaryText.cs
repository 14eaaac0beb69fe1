using System.Text;

namespace AirsPolicy.Benchmarks.Texts;

/// <summary>
/// Text as people write it, as far as a search is concerned: common words in sentences and lines, made anew each time and the same every
/// time.
/// </summary>
internal static class OrdinaryText
{
    // Common words, the commonest several times.
    private static readonly string[] s_words = (
        "the the the the the of of of and and and a a a to to to in in is is you you that it it he was was for for on are as with his they i at be be this have from or one had by word but not what "
        + "all were we when your can said there use an each which she do how their if will up other about out many then them these so some her would make like him into time has look two more "
        + "write go see number no way could people my than first water been call who oil its now find long down day did get come made may part over new sound take only little work know place "
        + "year live me back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came "
        + "want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home us move try kind "
        + "hand picture again change off play spell air away animal house point page letter mother answer found study still learn should world high every near add food between own below "
        + "country plant last school father keep tree never start city earth eye light thought head under story saw left few while along might close something seem next hard open example "
        + "begin life always those both paper together got group often run important until children side feet car mile night walk white sea began grow took river four carry state once book "
        + "hear stop without second later miss idea enough eat face watch far really almost let above girl sometimes mountain cut young talk soon list song being leave family"
    ).Split(' ');

    // Words that phrases of attacks are made of; ordinary text has them too, though not so often.
    private static readonly string[] s_telling =
        "rules system previous please act print instructions password message above refund account order internal policy prompt ignore original translate pretend reveal hidden".Split(
            ' ');

    /// <summary>So many characters of ASCII.</summary>
    public static string Make(int length, int seed = 20260615)
    {
        var random = new Random(seed);
        var text = new StringBuilder(length + 64);
        var begins = true;
        while (text.Length < length)
        {
            var word = random.Next(80) == 0 ? s_telling[random.Next(s_telling.Length)] : s_words[random.Next(s_words.Length)];
            text.Append(begins ? char.ToUpperInvariant(word[0]) : word[0]).Append(word, 1, word.Length - 1);
            if (random.Next(90) == 0) text.Append(' ').Append(random.Next(2_000));
            begins = random.Next(13) == 0;
            text.Append(begins ? random.Next(6) == 0 ? ".\n" : ". " : random.Next(14) == 0 ? ", " : " ");
        }
        return text.ToString(0, length);
    }
}
