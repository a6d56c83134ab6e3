@echo off
rem Runs Asset Sync, building it first where nothing is built or the sources are newer.
rem Settings, .env among them, are read from the directory it is called in. JAVA_OPTS is given to java.
setlocal
set "ASSET_SYNC_HOME=%~dp0."
set "ASSET_SYNC_LIB=%~dp0app\target\asset-sync\lib"
set "ASSET_SYNC_PROGRAM=%ASSET_SYNC_LIB%\asset-sync.jar"
set "ASSET_SYNC_ARCHIVE=%~dp0app\target\asset-sync\classes.jsa"

set "JAVA_PROGRAM=java"
if defined JAVA_HOME set "JAVA_PROGRAM=%JAVA_HOME%\bin\java"
"%JAVA_PROGRAM%" -version >nul 2>&1
if errorlevel 1 (
  echo asset-sync: %JAVA_PROGRAM% does not run; install a JDK of version 17 or newer, or let JAVA_HOME name one>&2
  exit /b 2
)
set "JAVA_VERSION=0"
rem "call" keeps the quotes around the program.
for /f "tokens=3" %%v in ('call "%JAVA_PROGRAM%" -version 2^>^&1 ^| findstr /i /c:" version "') do (
  for /f "delims=." %%m in ("%%~v") do set "JAVA_VERSION=%%m"
)
if %JAVA_VERSION% lss 17 (
  echo asset-sync: %JAVA_PROGRAM% is older than version 17; install a newer JDK, or let JAVA_HOME name one>&2
  exit /b 2
)

if not exist "%ASSET_SYNC_PROGRAM%" (
  call :build "nothing is built yet"
  if errorlevel 1 exit /b 2
  goto run
)
powershell -NoProfile -Command "$h = $env:ASSET_SYNC_HOME; $built = (Get-Item -LiteralPath $env:ASSET_SYNC_PROGRAM).LastWriteTimeUtc; $newer = Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue -Path \"$h\pom.xml\", \"$h\*\pom.xml\", \"$h\*\*\pom.xml\", \"$h\*\src\main\", \"$h\*\*\src\main\" | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1; if ($newer) { exit 10 }"
if %errorlevel% equ 10 (
  call :build "the sources are newer than the last build"
  if errorlevel 1 exit /b 2
)

:run
set "ASSET_SYNC_CLASSES=-Xshare:auto"
if exist "%ASSET_SYNC_ARCHIVE%" set "ASSET_SYNC_CLASSES=-XX:SharedArchiveFile=%ASSET_SYNC_ARCHIVE%"
rem The memory suffices for any number of assets; what is not needed is given back. One compiler is enough for a program
rem that waits for Snipe-IT most of the time, and saves the memory of the other (docs/benchmarks.md). The options after it
rem keep java from warning of an archive that another java wrote, and newer ones of Guice.
"%JAVA_PROGRAM%" -Xmx256m -Xms16m -XX:+UseSerialGC -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:TieredStopAtLevel=1 -Xlog:cds=off -Xlog:cds+dynamic=off -Dguice_custom_class_loading=CHILD "%ASSET_SYNC_CLASSES%" %JAVA_OPTS% -cp "%ASSET_SYNC_LIB%\*" io.assetsync.app.Main %*
exit /b %errorlevel%

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo asset-sync: it has to be built first, and Maven ^(mvn^) is not there; install Maven 3.8.7 or newer>&2
  exit /b 1
)
echo asset-sync: building in %~dp0, because %~1; the first time takes some minutes and downloads libraries>&2
pushd "%~dp0"
call mvn -q -B -Dstyle.color=never -DskipTests -DskipTestCompilation -Dspotless.check.skip=true -pl app -am clean package 1>&2
if errorlevel 1 (
  popd
  echo asset-sync: the build failed; what Maven printed above says why>&2
  exit /b 1
)
popd
call :archive
exit /b 0

:archive
rem Lets java write down the classes of a start, with a database of its own: it starts in half the time from them, and with less memory.
rem Without the archive, or with another java than the one that wrote it, everything works as well.
if exist "%ASSET_SYNC_ARCHIVE%" del /f "%ASSET_SYNC_ARCHIVE%"
setlocal
set "HTTP_PORT=0"
pushd "%~dp0app\target"
"%JAVA_PROGRAM%" -Xmx256m -XX:+UseSerialGC -Dguice_custom_class_loading=CHILD "-XX:ArchiveClassesAtExit=%ASSET_SYNC_ARCHIVE%" -cp "%ASSET_SYNC_LIB%\*" io.assetsync.app.Main demo --start-only >nul 2>&1
if errorlevel 1 if exist "%ASSET_SYNC_ARCHIVE%" del /f "%ASSET_SYNC_ARCHIVE%"
popd
endlocal
exit /b 0
