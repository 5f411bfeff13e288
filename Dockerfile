# docker build -t jdlint . && docker run --rm -v "$PWD:/data:ro" jdlint check .
# Старые форматы (.doc, .rtf, .odt): docker build --build-arg OFFICE=1 -t jdlint .
FROM python:3.13-slim

ARG OFFICE=
RUN if [ -n "$OFFICE" ]; then \
      apt-get update && apt-get install --yes --no-install-recommends libreoffice-writer-nogui && \
      rm -rf /var/lib/apt/lists/*; \
    fi

COPY pyproject.toml README.md LICENSE /src/
COPY jdlint /src/jdlint
COPY rules /src/rules
RUN python -m pip install --no-cache-dir /src && rm -rf /src

RUN useradd --create-home reader
USER reader
WORKDIR /data
ENTRYPOINT ["jdlint"]
CMD ["--help"]
