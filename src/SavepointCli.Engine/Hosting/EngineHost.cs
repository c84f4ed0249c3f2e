using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SavepointCli.Engine.Configuration;
using SavepointCli.Engine.Rest;
using SavepointCli.Engine.Web;
using Serilog;
using Serilog.Events;

namespace SavepointCli.Engine.Hosting;

/// <summary>
/// The process of an embedded cluster: a Generic Host with Kestrel and Serilog, started from nothing, so that no settings file or
/// environment variable of the place it is started in changes it.
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly string? _readyFile;

    private EngineHost(WebApplication application, Uri url, string? readyFile)
    {
        _application = application;
        Url = url;
        _readyFile = readyFile;
    }

    /// <summary>Where the REST server is reached, without path.</summary>
    public Uri Url { get; }

    /// <summary>Services of the host.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Starts the cluster and returns when it listens and the ready file is written.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="addCluster">Registers the cluster behind the REST server, and whatever is to replace a service of the host.</param>
    /// <param name="cancellation">Gives up starting.</param>
    /// <exception cref="SavepointException">The configuration is wrong or the port is taken.</exception>
    public static async Task<EngineHost> StartAsync(
        EngineArguments arguments, Action<IServiceCollection> addCluster, CancellationToken cancellation)
    {
        var file = arguments.ConfigurationDirectory is { } directory ? ConfigurationFile.Read(directory) : EngineConfiguration.Empty;
        var configuration = file.With(arguments.Settings);
        var address = await ListenAddress.FromAsync(configuration, cancellation);
        var application = Build(configuration, arguments, address, addCluster);
        try
        {
            await ListenAsync(application, address, cancellation);
            var url = application.Services.GetRequiredService<ServerUrl>();
            HostLog.Listening(application.Services.GetRequiredService<ILogger<EngineHost>>(), url.Text);
            if (arguments.ReadyFile is { } readyFile)
            {
                await new ReadyFile(Environment.ProcessId, url.Text, arguments.LogFile).WriteAsync(readyFile, cancellation);
            }

            return new EngineHost(application, url.Value, arguments.ReadyFile);
        }
        catch
        {
            await application.DisposeAsync();
            throw;
        }
    }

    /// <summary>Returns when the cluster was told to end, by a signal or by a client.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellation) => _application.WaitForShutdownAsync(cancellation);

    /// <summary>Stops listening, ends what is running and takes the ready file away.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_readyFile is not null)
        {
            File.Delete(_readyFile);
        }

        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }

    private static WebApplication Build(
        EngineConfiguration configuration, EngineArguments arguments, ListenAddress address, Action<IServiceCollection> addCluster)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSerilog(logger => ConfigureLog(logger, arguments.LogFile), preserveStaticLogger: true);
        builder.Services.AddSingleton(configuration);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddRestServer(address);
        addCluster(builder.Services);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null; // the REST server has limits of its own, see RequestContentReader
            kestrel.Listen(address.EndPoint, listen => listen.Protocols = HttpProtocols.Http1);
        });

        var application = builder.Build();
        application.Use(application.Services.GetRequiredService<WebPage>().ServeAsync);
        application.Run(application.Services.GetRequiredService<RestEndpoint>().HandleAsync);
        return application;
    }

    private static async Task ListenAsync(WebApplication application, ListenAddress address, CancellationToken cancellation)
    {
        try
        {
            await application.StartAsync(cancellation);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new SavepointException(
                ExitCode.Usage,
                $"port {address.EndPoint.Port} of {address.EndPoint.Address} is taken by another process",
                "stop that process, or choose another port with -D rest.port=PORT (0 takes a free one)",
                fault);
        }
        catch (System.Net.Sockets.SocketException fault)
        {
            throw new SavepointException(
                ExitCode.Usage, $"cannot listen on {address.EndPoint}: {fault.Message}", "correct rest.bind-address and rest.port", fault);
        }
    }

    private static void ConfigureLog(LoggerConfiguration logger, string? file)
    {
        logger.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal) // it logs faults that we report
            .Enrich.FromLogContext()
            .WriteTo.Console(standardErrorFromLevel: LogEventLevel.Verbose, formatProvider: CultureInfo.InvariantCulture);
        if (file is not null)
        {
            logger.WriteTo.File(file, formatProvider: CultureInfo.InvariantCulture);
        }
    }
}
