using System.Globalization;
using SavepointCli.Fuzz;

// usage: SavepointCli.Fuzz [--seconds PER_TARGET] [--seed N] [TARGET]...
var seconds = 5;
var seed = Environment.TickCount;
var names = new List<string>();
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--seconds" when i + 1 < args.Length:
            seconds = int.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--seed" when i + 1 < args.Length:
            seed = int.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        default:
            names.Add(args[i]);
            break;
    }
}

var failed = false;
foreach (var target in FuzzTargets.All.Where(target => names.Count == 0 || names.Contains(target.Name)))
{
    var (inputs, failure) = new FuzzRun(target, seed, TimeSpan.FromSeconds(seconds)).Run();
    Console.WriteLine($"{target.Name}: {inputs} inputs from {target.Seeds.Count} seeds, {failure ?? "no finding"}");
    failed |= failure is not null;
}

return failed ? 1 : 0;
